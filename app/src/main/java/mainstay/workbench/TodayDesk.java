package mainstay.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;
import mainstay.workbench.Today.Away;
import mainstay.workbench.Today.Group;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what all rules ask of the person for whom this runs, and remembers what they said about it.
@Service
@Transactional
class TodayDesk {

    static final int LONGEST_SNOOZE = 90;
    static final int LONGEST_REASON = 200;

    private final List<WorkSource> sources;
    private final WorkStates states;
    private final Clock clock;

    TodayDesk(List<WorkSource> sources, WorkStates states, Clock clock) {
        this.sources = sources;
        this.states = states;
        this.clock = clock;
    }

    private record Key(String rule, String subject) {}

    @Transactional(readOnly = true)
    public Today today() {
        LocalDate today = LocalDate.now(clock);
        Map<Key, WorkState> said = states.own().stream()
                .collect(Collectors.toMap(state -> new Key(state.rule(), state.subject()), state -> state));
        List<Work> waiting = new ArrayList<>();
        List<Away> away = new ArrayList<>();
        for (Work work : everything()) {
            WorkState state = said.get(new Key(work.rule(), work.subject()));
            if (state != null && state.keepsAway(work, today)) {
                away.add(new Away(work, state));
            } else {
                waiting.add(work);
            }
        }
        return new Today(Group.of(waiting), away);
    }

    /// Two rules may find the same thing under one name; it is shown once.
    private Collection<Work> everything() {
        Map<Key, Work> found = new LinkedHashMap<>();
        sources.stream()
                .flatMap(source -> source.work().stream())
                .forEach(work -> found.putIfAbsent(new Key(work.rule(), work.subject()), work));
        return found.values();
    }

    /// @return the entry that was done; nothing where no rule asks for it
    public Optional<Work> done(String rule, String subject) {
        Optional<Work> work = known(rule, subject);
        work.ifPresent(found -> states.keepDone(found, clock.instant()));
        return work;
    }

    public Optional<Work> snooze(String rule, String subject, int days, String reason) {
        Optional<Work> work = known(rule, subject);
        LocalDate until = LocalDate.now(clock).plusDays(days);
        work.ifPresent(found -> states.keepSnoozed(found, until, reason, clock.instant()));
        return work;
    }

    public void reopen(String rule, String subject) {
        states.forget(rule, subject);
    }

    /// Also what is away already: who presses twice means it once.
    private Optional<Work> known(String rule, String subject) {
        return everything().stream()
                .filter(work -> work.rule().equals(rule) && work.subject().equals(subject))
                .findFirst();
    }
}
