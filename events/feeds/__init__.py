"""What machines fetch: calendars, programmes, news of meetings."""
