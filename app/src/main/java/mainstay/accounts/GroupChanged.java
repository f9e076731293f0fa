package mainstay.accounts;

/// An account stands under another parent, on some days at least: whatever was summed up by groups is out of date.
public record GroupChanged(long accountId) {}
