import asyncio

from dltui.handoff.mpv_connection import MpvConnection
from dltui.handoff.mpv_message import GONE, SILENT
from tests.handoff.fake_mpv import wait_for


async def test_a_connection_answers_each_request_with_its_own_reply(mpv):
    mpv.properties = {str(number): number for number in range(20)}
    await mpv.start()
    connection = await MpvConnection.open(mpv.socket, 5)
    replies = await asyncio.gather(*(connection.request(["get_property", str(n)]) for n in range(20)))
    assert [reply.data for reply in replies] == list(range(20))
    await connection.close()
    assert await connection.request(["get_property", "1"]) is GONE


async def test_an_mpv_that_dies_while_asked(mpv):
    mpv.silent = True
    await mpv.start()
    connection = await MpvConnection.open(mpv.socket, 30)
    asked = asyncio.create_task(connection.request(["get_property", "path"]))
    await wait_for(lambda: mpv.commands)
    await mpv.die()
    assert await asked is GONE
    await connection.close()


async def test_a_late_reply_is_not_taken_for_another(mpv):
    mpv.silent = True
    await mpv.start()
    connection = await MpvConnection.open(mpv.socket, 0.05)
    assert await connection.request(["get_property", "a"]) is SILENT
    mpv.silent, mpv.properties = False, {"b": 2}
    await mpv.say({"request_id": 1, "error": "success", "data": "late"})
    connection._reply_seconds = 5
    assert (await connection.request(["get_property", "b"])).data == 2
    await connection.close()
