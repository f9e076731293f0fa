package mainstay.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.accounts.AccountCard;
import mainstay.dossier.Dossier.Line;
import mainstay.dossier.Dossier.Section;
import mainstay.shared.Problem;
import mainstay.terms.SolidStars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens archives as of a day.
@Service
@Transactional(readOnly = true)
public class Dossiers {

    private final Fields fields;
    private final Facts facts;
    private final Map<String, FactSource> sources;
    private final Evidence evidence;
    private final SolidStars stars;
    private final Clock clock;

    Dossiers(Fields fields, Facts facts, List<FactSource> sources, Evidence evidence, SolidStars stars, Clock clock) {
        this.fields = fields;
        this.facts = facts;
        this.evidence = evidence;
        this.sources = sources.stream().collect(Collectors.toMap(FactSource::field, Function.identity()));
        this.stars = stars;
        this.clock = clock;
    }

    /// Whether the reader may read what is personal of this account's people.
    boolean showsPersonal(AccountCard account) {
        return facts.showsPersonal(account.id());
    }

    /// @param asked null for today
    public Dossier of(AccountCard account, @Nullable LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate asOf = asked == null ? today : asked;
        if (asOf.isAfter(today)) {
            throw new Problem.Invalid("archive.future", asOf);
        }
        Opened opened = open(account, asOf, asOf.equals(today));
        Map<Part, List<Field>> byPart = fields.all().stream()
                .filter(field -> !field.retired() && (!field.isRead() || opened.today))
                .collect(Collectors.groupingBy(Field::part));
        List<Section> sections = Arrays.stream(Part.values())
                .map(part -> opened.section(part, byPart.getOrDefault(part, List.of())))
                .toList();
        boolean empty =
                sections.stream().flatMap(section -> section.lines().stream()).allMatch(line -> line.fact() == null);
        return new Dossier(
                asOf,
                opened.today,
                Health.sum(sections.stream().map(Section::health).toList()),
                empty,
                sections);
    }

    private Opened open(AccountCard account, LocalDate asOf, boolean today) {
        Instant end = asOf.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return new Opened(
                account,
                asOf,
                today,
                facts.reach(account.id()),
                facts.standing(account.id(), asOf, end),
                evidence.of(account),
                stars.of(account.id()));
    }

    /// An account with all that its lines are made of.
    private final class Opened {

        private final AccountCard account;
        private final LocalDate asOf;
        private final boolean today;
        private final Facts.Reach reach;
        private final Map<Long, Fact> standing;
        private final Map<Long, List<Evidence.Paper>> papers;
        private final @Nullable Integer stars;

        Opened(
                AccountCard account,
                LocalDate asOf,
                boolean today,
                Facts.Reach reach,
                Map<Long, Fact> standing,
                Map<Long, List<Evidence.Paper>> papers,
                @Nullable Integer stars) {
            this.account = account;
            this.asOf = asOf;
            this.today = today;
            this.reach = reach;
            this.standing = standing;
            this.papers = papers;
            this.stars = stars;
        }

        Section section(Part part, List<Field> all) {
            List<Field> asked = all.stream()
                    .filter(field -> standing.containsKey(field.id()) || isAsked(field))
                    .toList();
            List<Line> lines =
                    asked.stream().filter(reach::shows).map(this::line).toList();
            return new Section(
                    part,
                    Health.sum(lines.stream().map(Line::health).toList()),
                    lines,
                    asked.stream().filter(field -> !reach.shows(field)).toList());
        }

        private boolean isAsked(Field field) {
            return field.isAskedOf(account.category(), stars);
        }

        private Line line(Field field) {
            Fact fact = standing.get(field.id());
            FactSource source = field.isRead() ? sources.get(field.code()) : null;
            Reading reading = source == null ? null : source.of(account).orElse(null);
            boolean old = fact != null && fact.isOld(asOf);
            List<Evidence.Paper> rests = fact == null ? List.of() : papers.getOrDefault(fact.id(), List.of());
            return new Line(field, fact, reading, asOf, old, isAsked(field), today && reach.lets(field), rests);
        }
    }
}
