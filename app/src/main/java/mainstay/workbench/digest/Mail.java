package mainstay.workbench.digest;

/// A mail as it is sent.
///
/// @param entries of the list that it tells about; nothing is sent where there are none
record Mail(String subject, String text, int entries) {}
