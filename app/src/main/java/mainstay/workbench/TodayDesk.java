package mainstay.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;
import mainstay.workbench.Today.Away;
import mainstay.workbench.Today.Group;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what all rules and colleagues ask of the person for whom this runs, and remembers what was said about it.
@Service
@Transactional
public class TodayDesk {

    static final int LONGEST_SNOOZE = 90;
    static final int LONGEST_REASON = 200;

    private final WorkSources sources;
    private final WorkStates states;
    private final HandedWork handed;
    private final Clock clock;

    TodayDesk(WorkSources sources, WorkStates states, HandedWork handed, Clock clock) {
        this.sources = sources;
        this.states = states;
        this.handed = handed;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Today today() {
        return list(sources.found(), handed.byMe());
    }

    private Today list(Found found, List<Handed> gave) {
        return list(found, gave, handed.toMe(), sources::told);
    }

    /// All that one rule asks for, as far as it is counted.
    @Transactional(readOnly = true)
    public Today ofRule(String rule) {
        Found found = sources.of(rule);
        List<Handed> asked = handed.toMe().stream()
                .filter(one -> found.asks().containsKey(WorkKey.of(one)))
                .toList();
        return list(found, handed.byMe(), asked, all -> WorkSource.COUNTED);
    }

    /// The same once a morning: what no rule asks for any more goes back from colleagues, and what was said about it
    /// is forgotten, so that the next such case is a new one.
    public Morning morning() {
        Found found = sources.found();
        List<Handed> gave = handed.byMe();
        gave.stream().filter(one -> !one.done()).forEach(one -> end(one, found));
        states.own().stream()
                .filter(state -> state.snoozedUntil() == null && found.isOver(WorkKey.of(state)))
                .forEach(state -> states.forget(state.rule(), state.subject()));
        return new Morning(list(found, gave), found);
    }

    private void end(Handed given, Found found) {
        WorkKey key = WorkKey.of(given);
        if (found.isSilenced(key)) {
            handed.takenBack(key.rule(), key.subject());
        } else if (found.isOver(key)) {
            handed.settled(given.id());
        }
    }

    private Today list(Found found, List<Handed> gave, List<Handed> asked, ToIntFunction<String> most) {
        LocalDate today = LocalDate.now(clock);
        Map<WorkKey, WorkState> said =
                states.own().stream().collect(Collectors.toMap(state -> WorkKey.of(state), state -> state));
        Map<WorkKey, Handed> given = gave.stream().collect(Collectors.toMap(one -> WorkKey.of(one), one -> one));
        List<Work> waiting = new ArrayList<>();
        List<Away> away = new ArrayList<>();
        for (Work work : with(found.asks(), asked)) {
            WorkKey key = WorkKey.of(work);
            WorkState state = said.get(key);
            if (state != null && state.keepsAway(work, today) && (state.handedTo() == null || given.containsKey(key))) {
                away.add(new Away(work, state, given.get(key)));
            } else {
                waiting.add(work);
            }
        }
        List<Handed> beside = asked.stream()
                .filter(one -> found.asks().containsKey(WorkKey.of(one)))
                .toList();
        Set<WorkKey> wanted = beside.stream().map(one -> WorkKey.of(one)).collect(Collectors.toSet());
        Map<String, Long> ofRule =
                found.asks().keySet().stream().collect(Collectors.groupingBy(WorkKey::rule, Collectors.counting()));
        Shortlist told = Shortlist.of(waiting, ofRule, wanted, most);
        return new Today(Group.of(told.told()), away, beside, told.cuts());
    }

    /// The rules whose entries are told within the application only.
    public Set<String> rulesInside() {
        return sources.inside();
    }

    /// Which entries of the own list are told within the application only, also where a colleague handed them on.
    @Transactional(readOnly = true)
    public Predicate<Work> staysInside() {
        Set<String> inside = rulesInside();
        Set<String> given = handed.toMe().stream()
                .filter(one -> inside.contains(one.rule()))
                .map(one -> String.valueOf(one.id()))
                .collect(Collectors.toSet());
        return work ->
                inside.contains(work.rule()) || (work.rule().equals(HandedWork.RULE) && given.contains(work.subject()));
    }

    /// What a colleague asks for stands by itself only where it is not on the own list anyway.
    private Collection<Work> with(Map<WorkKey, Work> own, List<Handed> asked) {
        List<Work> all = new ArrayList<>(own.values());
        asked.stream()
                .filter(one -> !own.containsKey(WorkKey.of(one)))
                .forEach(one -> all.add(HandedWork.work(one, clock.getZone())));
        return all;
    }

    /// @return the entry that was done; nothing where no rule asks for it
    public Optional<Work> done(String rule, String subject) {
        Optional<Work> work = known(rule, subject);
        work.ifPresent(found -> {
            handed.takenBack(rule, subject);
            states.keepDone(found, clock.instant());
            handed.done(rule, subject);
        });
        return work;
    }

    public Optional<Work> snooze(String rule, String subject, int days, String reason) {
        Optional<Work> work = known(rule, subject);
        LocalDate until = LocalDate.now(clock).plusDays(days);
        work.ifPresent(found -> {
            handed.takenBack(rule, subject);
            states.keepSnoozed(found, until, reason, clock.instant());
        });
        return work;
    }

    public void reopen(String rule, String subject) {
        handed.takenBack(rule, subject);
        states.forget(rule, subject);
    }

    /// Also what is away already: who presses twice means it once.
    Optional<Work> known(String rule, String subject) {
        WorkKey wanted = new WorkKey(rule, subject);
        return with(sources.found().asks(), handed.toMe()).stream()
                .filter(work -> WorkKey.of(work).equals(wanted))
                .findFirst();
    }
}
