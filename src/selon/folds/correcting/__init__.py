"""The parts of replaying a log of corrections over the cast that the machine suggests."""
