package mainstay.accounts;

import java.util.List;
import mainstay.identity.TokenScope;

/// What another module finds besides accounts by what somebody types; only what the reader may see.
public interface FoundBesides {

    /// Something that was found.
    ///
    /// @param account  name of the account it belongs to
    /// @param labelKey message key, or the name itself, of what it is
    /// @param snippet  what it says; empty where that is told on its own page only
    record Hit(String address, String account, String labelKey, String snippet) {}

    /// What was found of one kind.
    record Group(String titleKey, List<Hit> hits) {}

    /// Message key of what it finds.
    String titleKey();

    /// What a program needs to be told of it.
    default TokenScope scope() {
        return TokenScope.READ;
    }

    /// The best first.
    List<Hit> find(String typed, int most);
}
