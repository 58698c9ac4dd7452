"""A style sheet that costs less with every new theme."""

from textual.css.stylesheet import Stylesheet


class ThemedStylesheet(Stylesheet):
    """Where the colours change, it parses anew what names one; Textual parses everything, also sizes and places."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """See Stylesheet."""
        parsed = self._parse_cache
        kept = [(key, parsed[key]) for key in list(parsed.keys()) if "$" not in key[0]]
        super().set_variables(variables)
        for key, rules in kept:
            parsed[key] = rules

    def reparse(self) -> None:
        """See Stylesheet."""
        self.parse()
