"""Typing Chinese by sound: from what is typed, pinyin or zhuyin, to the characters that may be meant."""
