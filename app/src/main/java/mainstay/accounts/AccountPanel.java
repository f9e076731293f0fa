package mainstay.accounts;

import mainstay.identity.Level;

/// A tab of the account page. The module that contributes it serves `/accounts/{code}/{path}` with
/// [AccountShells].
///
/// @param path     last part of its address
/// @param labelKey message key of its label
/// @param needed   what a reader must be allowed to see of the account
public record AccountPanel(String path, String labelKey, int order, Level needed) {}
