package mainstay.dossier.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mainstay.accounts.people.PeopleReads;
import mainstay.dossier.Look;
import mainstay.dossier.ReadLog;
import mainstay.identity.Level;
import org.springframework.stereotype.Component;

/// Writes down what programs are told of people, once for each account: by number, so that erasing somebody
/// never touches the sealed log.
@Component
class PeopleLooks implements PeopleReads {

    private static final int NAMED = 10;

    private final ReadLog log;

    PeopleLooks(ReadLog log) {
        this.log = log;
    }

    @Override
    public void note(List<PersonRead> people) {
        if (people.isEmpty()) {
            return;
        }
        Map<Long, List<Long>> byAccount = new TreeMap<>();
        people.forEach(one -> one.accounts()
                .forEach(account -> byAccount
                        .computeIfAbsent(account, first -> new ArrayList<>())
                        .add(one.person())));
        log.note(byAccount.entrySet().stream()
                .map(one -> new Look(one.getKey(), "api", List.of("people"), Level.BUSINESS, numbers(one.getValue())))
                .toList());
    }

    private static String numbers(List<Long> people) {
        String named = people.stream().limit(NAMED).map(id -> "#" + id).collect(Collectors.joining(", "));
        return people.size() > NAMED ? named + " … (" + people.size() + ")" : named;
    }
}
