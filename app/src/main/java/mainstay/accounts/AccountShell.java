package mainstay.accounts;

import java.util.List;

/// What stands around a panel of the account page.
///
/// @param leads  how many accounts below it this one controls, as far as the reader sees them
/// @param unseen whether it stands under an account that the reader may not see
/// @param facts  what other modules say of it at its head; empty where the reader may not see its business
/// @param strips what other modules tell above the panels
/// @param panels the tabs that the reader may open
/// @param active path of the open one
/// @param whole  false where only the panel is asked for, to be put into the page that is there
public record AccountShell(
        AccountCard account,
        int leads,
        boolean unseen,
        List<AccountFacts.Fact> facts,
        List<AccountStrip.Strip> strips,
        List<AccountPanel> panels,
        String active,
        boolean whole) {

    /// Name of the attribute in which a request keeps the number of the account whose page it opened.
    public static final String OPENED = AccountShell.class.getName() + ".opened";
}
