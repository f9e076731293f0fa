package mainstay.dossier.look;

import java.util.List;
import mainstay.identity.User;

/// What the read log answers.
///
/// @param looks  one page of them, the newest first
/// @param people who may be asked for; only the reader for most
/// @param chain  how far the log is sealed
public record LookReport(LookFilter filter, long count, int pages, List<Seen> looks, List<User> people, Chain chain) {

    /// @param sealed how many looks the chain holds
    /// @param hash   of the last one, in hexadecimal digits; empty where there is none
    public record Chain(long sealed, String hash) {}
}
