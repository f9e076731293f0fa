package mainstay.rating;

import java.util.HashMap;
import java.util.Map;
import mainstay.portfolio.Segmentation;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Segments by the stars that accounts bear now.
@Component
class StarSegments implements Segmentation {
    private final JdbcClient database;

    StarSegments(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "tier";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<Long, Segment> segments() {
        Map<Long, Segment> segments = new HashMap<>();
        database.sql("select account_id, stars from rating.pub_rating where stars is not null")
                .query(row -> {
                    int stars = row.getInt("stars");
                    segments.put(
                            row.getLong("account_id"),
                            new Segment(String.valueOf(stars), Text.of("profit.stars", stars), null, -stars));
                });
        return segments;
    }
}
