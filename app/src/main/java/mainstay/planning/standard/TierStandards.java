package mainstay.planning.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.planning.Written;
import mainstay.planning.standard.TierStandard.Figure;
import mainstay.shared.RecordRows;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what accounts ask of us, by their stars.
@Service
@Transactional
public class TierStandards {

    private final JdbcClient database;

    TierStandards(JdbcClient database) {
        this.database = database;
    }

    /// The most stars first, those without any last.
    @Transactional(readOnly = true)
    public List<TierStandard> all() {
        return database.sql("""
                        select t.stars, h.days as review_days, t.contact_days, t.people, t.archive, t.margin
                        from planning.tier_standard t join planning.review_rhythm h on h.stars = t.stars
                        order by t.stars desc
                        """).query(RecordRows.of(TierStandard.class)).list();
    }

    @Transactional(readOnly = true)
    public Written written() {
        Map<String, String> fields = new LinkedHashMap<>();
        all().forEach(standard -> fields.putAll(standard.written()));
        return Written.of(fields);
    }

    /// @return whether all was kept; else the form says what cannot be, and nothing is
    boolean keep(Written form) {
        List<TierStandard> wished = all().stream()
                .map(standard -> new TierStandard(
                        standard.stars(),
                        figure(form, Figure.REVIEW, standard),
                        figure(form, Figure.CONTACT, standard),
                        figure(form, Figure.PEOPLE, standard),
                        figure(form, Figure.ARCHIVE, standard),
                        figure(form, Figure.MARGIN, standard)))
                .toList();
        if (form.isRefused()) {
            return false;
        }
        wished.forEach(this::keep);
        return true;
    }

    private static int figure(Written form, Figure figure, TierStandard of) {
        String field = figure.field(of.stars());
        Integer number = form.whole(field, figure.least(), figure.most());
        if (number == null) {
            form.refuse(field, Text.of("standard.missing"));
        }
        return number == null ? 0 : number;
    }

    private void keep(TierStandard standard) {
        database.sql("update planning.review_rhythm set days = :days where stars = :stars")
                .param("days", standard.reviewDays())
                .param("stars", standard.stars())
                .update();
        database.sql("""
                        update planning.tier_standard
                        set contact_days = :contact, people = :people, archive = :archive, margin = :margin
                        where stars = :stars
                        """)
                .param("contact", standard.contactDays())
                .param("people", standard.people())
                .param("archive", standard.archive())
                .param("margin", standard.margin())
                .param("stars", standard.stars())
                .update();
    }
}
