package mainstay.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.accounts.people.PersonDesk;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.PersonForm;
import mainstay.accounts.people.PersonOutcome;
import mainstay.accounts.people.PositionForm;
import mainstay.dossier.personal.PersonalDesk;
import mainstay.dossier.personal.PersonalForm;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import org.springframework.stereotype.Component;

/// People of the sample's key accounts. All of them are invented, and say so.
@Component
class SampleContacts {

    private static final String INVENTED = "Invented";
    private static final String KEPT = "401";
    private static final String KNOWN_WELL = "Ada Kowalczyk";

    private final Accounts accounts;
    private final PersonDesk desk;
    private final PersonFiles files;
    private final PersonalDesk personal;
    private final UserDesk users;
    private final Clock clock;

    SampleContacts(
            Accounts accounts, PersonDesk desk, PersonFiles files, PersonalDesk personal, UserDesk users, Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.files = files;
        this.personal = personal;
        this.users = users;
        this.clock = clock;
    }

    /// Whoever is there already stays as they are: their codes are taken.
    public void people(Path file, WeekShift shift) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = Tables.named(file)) {
            for (NamedCsvRecord row : rows) {
                AccountCard account = accounts.byCode(row.getField("account")).orElseThrow();
                PersonOutcome outcome = desk.add(account, person(row), position(row, shift));
                if (outcome instanceof PersonOutcome.Refused refused
                        && !refused.refusals().keySet().equals(Set.of("ownCode"))) {
                    throw new IllegalStateException(file + ": " + refused.refusals());
                }
            }
        }
    }

    private static PersonForm person(NamedCsvRecord row) {
        List<String> kinds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String kind : List.of("phone", "mail", "wechat")) {
            kinds.add(kind);
            values.add(row.getField(kind));
            notes.add(INVENTED);
        }
        String[] day = row.getField("birthday").split("-", -1);
        boolean known = day.length == 2;
        return new PersonForm(
                row.getField("name"),
                row.getField("latinName"),
                row.getField("code"),
                kinds,
                values,
                notes,
                List.of("birthday"),
                List.of(known ? day[0] : ""),
                List.of(known ? day[1] : ""),
                List.of(INVENTED),
                "",
                "",
                "yes");
    }

    private static PositionForm position(NamedCsvRecord row, WeekShift shift) {
        return new PositionForm(
                "",
                row.getField("title"),
                "",
                row.getField("function"),
                shifted(row.getField("from"), shift),
                shifted(row.getField("until"), shift),
                "",
                "");
    }

    private static String shifted(String day, WeekShift shift) {
        return day.isEmpty() ? "" : shift.apply(LocalDate.parse(day)).toString();
    }

    /// What the custodian of one account would note, in a transaction of their own. Once.
    void write() {
        Optional<AccountCard> kept = accounts.byCode(KEPT);
        Optional<User> manager = users.byName("kam");
        if (kept.isEmpty() || manager.isEmpty()) {
            return;
        }
        files.positionsAt(kept.get().id()).stream()
                .filter(position -> position.name().equals(KNOWN_WELL))
                .findFirst()
                .ifPresent(position -> Acting.run(Actor.of(manager.get()), () -> {
                    note(
                            kept.get(),
                            position.personId(),
                            "interests",
                            "hospitality",
                            "Invented: runs a choir, drinks no alcohol");
                    note(
                            kept.get(),
                            position.personId(),
                            "abilities",
                            "expertise",
                            "Invented: reads drawings, negotiates in four languages");
                }));
    }

    /// Where something stands already, it is left.
    private void note(AccountCard account, long person, String field, String purpose, String word) {
        LocalDate today = LocalDate.now(clock);
        personal.record(
                account,
                person,
                field,
                new PersonalForm(
                        word,
                        purpose,
                        "Invented: told us over lunch",
                        today.minusDays(3).toString(),
                        today.plusDays(25).toString(),
                        ""));
    }
}
