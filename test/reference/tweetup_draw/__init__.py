"""The protocol tweetup-draw/1, written from its text with Python's standard library only."""
