"""English words that questions are made of.

Which words tell next to nothing is found out from the index, in whatever language it is; but books hardly say “I” or
“should”, and those who ask do.
"""

_WORDS = """
    a about after again all also am an and any anybody anyone anything are as at away back be became because become been
    before being between both but by can cannot come could did do does doing done during each either else ever every for
    from get gets getting give given go goes going gone got had has have having he her here him his how i if in instead
    into is isn it its itself just let like made make makes making many may me might mine more most much must my myself
    need needs no nobody none nor not nothing of off on once one only or other others ought our out over own please put
    really said same say says shall she should so some somebody someone something somehow still such take taken takes
    tell than that the their them then there these they thing things this those through to too up upon us use used uses
    using very want wants was way we well went were what whatever when where whether which while who whom whose why will
    with within without would yet you your yourself
    aren couldn d didn doesn don hadn hasn haven ll m re s shouldn t ve wasn weren won wouldn
"""
SMALL_WORDS = frozenset(_WORDS.split())
