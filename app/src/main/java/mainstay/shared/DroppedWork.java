package mainstay.shared;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Work that somebody has and nobody moves, told by whoever keeps it.
public interface DroppedWork {

    /// As far as the signed-in person may see it, in the order of [Dropped#GRAVEST].
    ///
    /// @param most how many of them are told
    Drops dropped(int most);

    /// What was dropped.
    ///
    /// @param total how many there are, also where fewer are told
    record Drops(long total, List<Dropped> first) {

        /// All of these and all of others.
        public Drops with(Drops others, int most) {
            return new Drops(
                    total + others.total,
                    Stream.concat(first.stream(), others.first.stream())
                            .sorted(Dropped.GRAVEST)
                            .limit(most)
                            .toList());
        }
    }

    /// One piece of it.
    ///
    /// @param why        `bounced`, `untouched` or `unanswered`
    /// @param what       told in its place, without anything that belongs to one list alone
    /// @param path       page on which it is taken up
    /// @param code       of the account; null where it is about none, or one that the reader does not see
    /// @param account    its name; null likewise
    /// @param money      own sales of the account in twelve months; null where unknown
    /// @param groupMoney those of the group of which it is the head; null for others, and where unknown
    /// @param passed     how often it was handed on
    record Dropped(
            String why,
            Text what,
            String path,
            @Nullable String code,
            @Nullable String account,
            @Nullable Long money,
            @Nullable Long groupMoney,
            LocalDate since,
            long passed) {

        /// The account with the most money first, then the longest.
        static final Comparator<Dropped> GRAVEST = Comparator.comparing(
                        Dropped::stake,
                        Comparator.nullsLast(Comparator.<Long>naturalOrder().reversed()))
                .thenComparing(Dropped::since);

        /// The larger of both.
        public @Nullable Long stake() {
            return larger(money, groupMoney);
        }

        /// What is at stake with an account: its own sales, or those of its group.
        public static @Nullable Long larger(@Nullable Long own, @Nullable Long ofGroup) {
            return own == null || (ofGroup != null && ofGroup > own) ? ofGroup : own;
        }
    }
}
