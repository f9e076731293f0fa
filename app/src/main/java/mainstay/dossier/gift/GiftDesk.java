package mainstay.dossier.gift;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mainstay.accounts.Accounts;
import mainstay.accounts.people.Person;
import mainstay.accounts.people.PersonFile;
import mainstay.accounts.people.PersonFiles;
import mainstay.accounts.people.Position;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.shared.HarmlessText;
import mainstay.shared.Money;
import mainstay.shared.Numeral;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.terms.SolidStars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes gifts down. What goes over the limit of a person and year needs a reason, and somebody's yes.
@Service
@Transactional
public class GiftDesk {

    static final String GIFT = "gift";
    private static final int MOST = 5_000;

    private final Gifts gifts;
    private final PersonFiles people;
    private final Accounts accounts;
    private final Approvals approvals;
    private final SolidStars stars;
    private final Clock clock;

    GiftDesk(Gifts gifts, PersonFiles people, Accounts accounts, Approvals approvals, SolidStars stars, Clock clock) {
        this.gifts = gifts;
        this.people = people;
        this.accounts = accounts;
        this.approvals = approvals;
        this.stars = stars;
        this.clock = clock;
    }

    /// What is listed.
    ///
    /// @param given    sum of what counts; likewise `received`
    public record Listing(GiftFilter filter, int year, List<Gift> gifts, long given, long received) {}

    /// Limits, in ten-thousandths; null: none.
    public record GiftLimits(@Nullable Long given, @Nullable Long received) {}

    /// What became of it.
    ///
    /// @param asked    number of the request that waits; null where nobody had to be asked
    /// @param refusals by name of the form's field
    public record Answer(@Nullable Long asked, Map<String, Text> refusals) {}

    public Answer add(long person, GiftForm form) {
        PersonFile file = people.at(person);
        if (file.person().isErased()) {
            throw new Problem.Conflict("people.isErased");
        }
        UUID submission = form.submissionOrNew();
        Map<String, Text> refusals = new LinkedHashMap<>();
        Optional<Position> position = file.positions().stream()
                .filter(one -> one.accountCode().equals(form.of("account")))
                .findFirst();
        if (position.isEmpty()) {
            refusals.put("account", Text.of("gift.wrong.account"));
        }
        refusals.putAll(form.refusals(LocalDate.now(clock)));
        if (!refusals.isEmpty() || position.isEmpty()) {
            return new Answer(null, refusals);
        }
        return add(file.person(), position.get().accountId(), form, submission);
    }

    /// What was typed stays with the gift, where it goes with the person: the request and the timeline keep
    /// its number.
    private Answer add(Person person, long account, GiftForm form, UUID submission) {
        GiftForm.Wish wish = form.wish();
        gifts.hold(person.id());
        if (gifts.bySubmission(submission).isPresent()) {
            return new Answer(null, Map.of());
        }
        Long most = gifts.limits().of(wish.direction());
        long soFar = gifts.soFar(person.id(), wish.direction(), wish.givenOn());
        if (most == null || soFar + wish.worth() <= most) {
            gifts.add(person.id(), account, wish, null, submission);
            return new Answer(null, Map.of());
        }
        String reason = form.of("reason");
        if (reason.isEmpty()) {
            return new Answer(
                    null,
                    Map.of(
                            "reason",
                            Text.of(
                                    "gift.wrong.overLimit",
                                    new Money(most),
                                    new Money(soFar),
                                    wish.givenOn().getYear() + "")));
        }
        long id = gifts.add(person.id(), account, wish, reason, submission).orElseThrow();
        Approval approval = approvals.ask(new ApprovalWish(
                GIFT,
                String.valueOf(id),
                account,
                stars.of(account),
                wish.worth(),
                Text.of("gift.title." + wish.direction(), String.valueOf(person.id()), new Money(wish.worth())),
                person.path() + "/gifts",
                "#" + id));
        return new Answer(approval.id(), Map.of());
    }

    /// Strikes out what was written down by mistake: it stays on record with the reason, and counts for nothing.
    public void strike(long person, long gift, String why) {
        String because = why.strip();
        if (because.isEmpty() || because.length() > GiftForm.LONGEST_REASON || !HarmlessText.is(because)) {
            throw new Problem.Invalid("gift.wrong.why", GiftForm.LONGEST_REASON);
        }
        PersonFile file = people.at(person);
        gifts.hold(file.person().id());
        if (!gifts.strike(file.person().id(), gift, because)) {
            throw new Problem.Conflict("gift.notStruck");
        }
    }

    /// What a decision brings about, in its transaction.
    void decided(Approval approval) {
        gifts.decided(Long.parseLong(approval.subject()));
    }

    @Transactional(readOnly = true)
    public Listing list(GiftFilter filter) {
        int year = filter.year(LocalDate.now(clock).getYear());
        Long account = filter.of("account").isEmpty() ? null : account(filter.of("account"));
        List<Gift> found = gifts.list(year, filter.of("direction"), account, MOST);
        return new Listing(filter, year, found, sum(found, "given"), sum(found, "received"));
    }

    private Long account(String code) {
        return accounts.byCode(code)
                .orElseThrow(() -> new Problem.NotFound("account.unknown", code))
                .id();
    }

    static long sum(List<Gift> gifts, String direction) {
        return gifts.stream()
                .filter(gift -> gift.counts() && gift.direction().equals(direction))
                .mapToLong(Gift::worth)
                .sum();
    }

    @Transactional(readOnly = true)
    public List<Gift> of(long person) {
        return gifts.of(person);
    }

    @Transactional(readOnly = true)
    public GiftLimits limits() {
        Gifts.Limits limits = gifts.limits();
        return new GiftLimits(limits.given(), limits.received());
    }

    /// @param given as written; empty: no limit
    public Map<String, Text> limit(String given, String received) {
        Map<String, Text> refusals = new LinkedHashMap<>();
        Long most = sum("given", given, refusals);
        Long least = sum("received", received, refusals);
        if (refusals.isEmpty()) {
            gifts.limit(new Gifts.Limits(most, least));
        }
        return refusals;
    }

    private static @Nullable Long sum(String name, String written, Map<String, Text> refusals) {
        if (written.isBlank()) {
            return null;
        }
        return Numeral.number(written.strip())
                .filter(amount -> amount.signum() >= 0 && amount.precision() - amount.scale() <= 9)
                .map(amount -> Money.of(amount).tenThousandths())
                .orElseGet(() -> {
                    refusals.put(name, Text.of("gift.wrong.limit"));
                    return null;
                });
    }
}
