package mainstay.workbench.digest;

/// Who wants the list of the day by mail.
///
/// @param hour from which on, in the firm's time
record DigestWish(long userId, String address, int hour, boolean on) {}
