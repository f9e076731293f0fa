package mainstay.portfolio.profit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import mainstay.portfolio.Segmentation;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Segments by what the master data of accounts say.
///
/// @param code  also the parameter of the list of accounts
/// @param query for `account`, `key` and `name`
record MasterSegments(String code, int order, String query, JdbcClient database) implements Segmentation {

    @Override
    public Map<Long, Segment> segments() {
        Map<String, Segment> known = new HashMap<>();
        Map<Long, Segment> segments = new HashMap<>();
        database.sql(query).query(row -> {
            String key = row.getString("key");
            String name = row.getString("name");
            segments.put(row.getLong("account"), known.computeIfAbsent(key, one -> segment(one, name)));
        });
        return segments;
    }

    private Segment segment(String key, @Nullable String name) {
        String rows = "/accounts?" + code + "=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&status=all";
        return new Segment(key, Text.of("profit.named", name == null ? key : name), rows);
    }

    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        MasterSegments byCategory(JdbcClient database) {
            return new MasterSegments("category", 20, """
                    select id as account, category as key, category as name from accounts.pub_account
                    where category is not null
                    """, database);
        }

        @Bean
        MasterSegments byRegion(JdbcClient database) {
            return new MasterSegments("region", 30, """
                    select id as account, region as key, region as name from accounts.pub_account
                    where region is not null
                    """, database);
        }

        @Bean
        MasterSegments byManager(JdbcClient database) {
            return new MasterSegments("manager", 40, """
                    select id as account, manager_code as key, manager_name as name from accounts.pub_account
                    where manager_code is not null
                    """, database);
        }
    }
}
