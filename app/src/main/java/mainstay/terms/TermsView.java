package mainstay.terms;

import java.util.List;
import mainstay.terms.collection.LateView;
import mainstay.terms.credit.HeldLimit;

/// What the panel of an account shows.
///
/// @param own    the account's own standing, whether it has a limit or not
/// @param above  set limits of those who control it, nearest first
/// @param late   what it owes for paying late
public record TermsView(List<Entitlement> entitlements, HeldLimit own, List<HeldLimit> above, LateView late) {

    static TermsView of(List<Entitlement> entitlements, List<HeldLimit> limits, LateView late) {
        return new TermsView(entitlements, limits.getFirst(), limits.subList(1, limits.size()), late);
    }
}
