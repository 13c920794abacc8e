"""The big screen that a room looks at: scenes, and how they are painted. Any station may put scenes on it."""
