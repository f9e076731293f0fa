package mainstay.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import org.jspecify.annotations.Nullable;

/// What the archive knew once and should be asked again, by the money at stake.
///
/// @param accounts with something old, however many pages they fill
/// @param facts    that are old, of all pages
/// @param revenue  of these accounts over the last twelve months, as far as it is seen; null where of none
/// @param used     whether the reader sees any fact at all
/// @param today    the day at whose end it is looked
/// @param past     whether that is not today: nothing is confirmed then
public record StaleBoard(
        StaleFilter filter,
        int pages,
        long accounts,
        long facts,
        @Nullable Long revenue,
        boolean used,
        LocalDate today,
        boolean past,
        List<Row> rows) {

    /// An account with its old facts.
    ///
    /// @param revenue of the last twelve months; null where it is unknown or not the reader's to know
    public record Row(
            long account,
            String code,
            String name,
            @Nullable Long revenue,
            List<Old> facts) {

        Row with(List<Old> some) {
            return new Row(account, code, name, revenue, some);
        }

        Optional<Look> look(String where, @Nullable LocalDate asOf) {
            return Look.of(
                    account, where, facts.stream().map(Old::field).toList(), asOf == null ? null : asOf.toString());
        }

        public String path() {
            return AccountCard.pathOf(code) + "/" + DossierPanels.ARCHIVE;
        }

        public boolean mayWrite() {
            return facts.stream().anyMatch(Old::mayWrite);
        }
    }

    public record Old(Field field, Fact fact, boolean mayWrite) {}

    StaleBoard with(List<Row> some) {
        return new StaleBoard(filter, pages, accounts, facts, revenue, used, today, past, some);
    }

    /// @param where `board` or `api`, for the read log
    List<Look> looks(String where) {
        return rows.stream()
                .flatMap(row -> row.look(where, past ? today : null).stream())
                .toList();
    }

    public List<Part> parts() {
        return List.of(Part.values());
    }
}
