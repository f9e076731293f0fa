package mainstay.accounts;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Everything about an account that can be put in order by hand.
///
/// @param nameByHand whether people gave the name, so that files have no say
/// @param sources    from which codes come
/// @param closings   what was said about closing it, the newest first
/// @param refusal    why the last change was not made
/// @param doubted    a closing that something speaks against
public record KeepingView(
        AccountCard account,
        boolean nameByHand,
        List<KnownAs.Alias> aliases,
        List<String> sources,
        List<Closing> closings,
        LocalDate today,
        @Nullable Text refusal,
        KeepingDecision.@Nullable Doubted doubted) {

    public boolean isClosed() {
        LocalDate closed = account.closedOn();
        return closed != null && !closed.isAfter(today);
    }

    /// Closed already, or going to be.
    public boolean willClose() {
        return account.closedOn() != null;
    }

    /// Whether people said last when it closes, so that files have no say.
    public boolean closingByHand() {
        return !closings.isEmpty() && closings.getFirst().decides();
    }
}
