package mainstay.terms;

/// Limits or payment terms were granted, ended, or went to another account.
record TermsChanged() {}
