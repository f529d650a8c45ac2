#!/usr/bin/env python3
"""Reads an exported calendar with the icalendar package and checks what calendar programs rely on.

    check_calendar.py SEASON.ics      (pip install icalendar)
"""
import sys
from datetime import date, datetime, timedelta

import icalendar

calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
zones = [c for c in calendar.walk("VTIMEZONE")]
zone = zones[0].to_tz() if zones else None
uids = set()
events = calendar.walk("VEVENT")
for event in events:
    uid = str(event["UID"])
    assert uid not in uids, f"{uid} stands twice"
    uids.add(uid)
    assert event.errors == [], event.errors
    assert "DTSTAMP" in event and "SUMMARY" in event
    start = event.decoded("DTSTART")
    if isinstance(start, datetime):
        assert event["DTSTART"].params["TZID"] == "America/New_York"
        # The zone in the file says what the zone of that name says.
        naive = start.replace(tzinfo=None)
        assert naive.replace(tzinfo=zone).utcoffset() == start.utcoffset(), start
        if "DTEND" in event:
            assert event.decoded("DTEND") > start
    else:
        assert isinstance(start, date)
        assert event.decoded("DTEND") == start + timedelta(days=1)
assert calendar.to_ical(), "does not write back"
print(f"{len(events)} events, {len(zones)} time zone: valid")
