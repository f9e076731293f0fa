package mainstay.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.AccountAssignments.Held;
import mainstay.accounts.Assignees.Meant;
import mainstay.accounts.AssignmentOutcome.Assigned;
import mainstay.accounts.AssignmentOutcome.Refused;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives accounts to a manager, all in one or none, and takes that back.
@Service
@Transactional
class AssignmentDesk {

    private static final int NOTED_AT_ONCE = 5_000;

    private final AccountAssignments assignments;
    private final Assignees assignees;
    private final AccountRegister register;
    private final BatchNumbers numbers;
    private final MasterRows rows;
    private final Standing standing;
    private final Managers managers;
    private final Timeline timeline;
    private final Clock clock;

    AssignmentDesk(
            AccountAssignments assignments,
            Assignees assignees,
            AccountRegister register,
            BatchNumbers numbers,
            MasterRows rows,
            Standing standing,
            Managers managers,
            Timeline timeline,
            Clock clock) {
        this.assignments = assignments;
        this.assignees = assignees;
        this.register = register;
        this.numbers = numbers;
        this.rows = rows;
        this.standing = standing;
        this.managers = managers;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    AssignmentPreview preview(AccountSelection selection) {
        return assignments.preview(selection);
    }

    @Transactional(readOnly = true)
    KeptAssignment open(long number) {
        return assignments.find(number).orElseThrow(() -> new Problem.NotFound("lists.assign.unknown"));
    }

    /// @param choice of [Assignees]
    /// @param mark   of the preview that was agreed to
    AssignmentOutcome assign(AccountSelection selection, String choice, long mark) {
        register.lock();
        AssignmentPreview now = assignments.preview(selection);
        if (now.accounts() == 0) {
            return new Refused("lists.assign.none", "");
        }
        if (now.mark() != mark) {
            return new Refused("lists.assign.changed", now.accounts());
        }
        return switch (assignees.meant(choice)) {
            case Meant.Gone gone -> new Refused(gone.messageKey(), gone.argument());
            case Meant.Manager manager -> assigned(selection, manager);
        };
    }

    private AssignmentOutcome assigned(AccountSelection selection, Meant.Manager manager) {
        List<Held> held = assignments.held(selection, manager.code());
        if (held.isEmpty()) {
            return new Refused(
                    manager.code() == null ? "lists.assign.alreadyNobody" : "lists.assign.already", manager.name());
        }
        return given(held, manager);
    }

    /// All that one person manages is managed by another one; nothing where that one may not.
    AssignmentOutcome pass(long from, long heir) {
        register.lock();
        List<Held> held = assignments.heldBy(from);
        return switch (assignees.meant(Assignees.BY_USER + heir)) {
            case Meant.Gone gone -> new Refused(gone.messageKey(), gone.argument());
            case Meant.Manager manager -> given(held, manager);
        };
    }

    private Assigned given(List<Held> held, Meant.Manager manager) {
        Long[] ids = held.stream().map(Held::account).toArray(Long[]::new);
        long number = numbers.next();
        assignments.keep(number, manager.code(), ids, Acting.actor().name(), clock.instant());
        standing.restoreApartFromLinks(ids);
        managers.grant();
        note(
                "managerAssigned",
                held.stream()
                        .map(one -> new Change(one.account(), one.manager(), manager.name()))
                        .toList());
        return new Assigned(number, ids.length);
    }

    /// Who looked after the accounts before does so again, as far as nobody decided otherwise since.
    ///
    /// @return how many accounts have another manager again; nothing where it was taken back before
    Optional<Integer> undo(long number) {
        register.lock();
        if (!assignments.undo(number, Acting.actor().name(), clock.instant())) {
            return Optional.empty();
        }
        List<Held> before = assignments.held(number);
        rows.withdraw(number);
        standing.restoreApartFromLinks(before.stream().map(Held::account).toArray(Long[]::new));
        managers.grant();
        Map<Long, @Nullable String> after = new HashMap<>();
        assignments.held(number).forEach(held -> after.put(held.account(), held.manager()));
        List<Change> changes = before.stream()
                .map(held -> new Change(held.account(), held.manager(), after.get(held.account())))
                .filter(Change::isOne)
                .toList();
        note("managerReturned", changes);
        return Optional.of(changes.size());
    }

    private record Change(
            long account, @Nullable String from, @Nullable String to) {

        boolean isOne() {
            return !Objects.equals(from, to);
        }
    }

    private void note(String kind, List<Change> changes) {
        List<Timeline.Note> notes = new ArrayList<>();
        for (Change change : changes) {
            notes.add(new Timeline.Note(
                    change.account(),
                    kind,
                    Map.of(
                            "from", Objects.requireNonNullElse(change.from(), ""),
                            "to", Objects.requireNonNullElse(change.to(), ""))));
            if (notes.size() == NOTED_AT_ONCE) {
                timeline.noteAll(notes);
                notes.clear();
            }
        }
        if (!notes.isEmpty()) {
            timeline.noteAll(notes);
        }
    }
}
