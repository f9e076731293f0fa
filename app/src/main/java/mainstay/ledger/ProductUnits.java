package mainstay.ledger;

import java.math.BigDecimal;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Units of products and how many of the base unit are in them.
@Repository
class ProductUnits {

    private static final int MOST = 1_000;
    private static final int MOST_OFFERED = 20;
    private static final int MOST_UNITS = 200;

    private final JdbcClient database;

    ProductUnits(JdbcClient database) {
        this.database = database;
    }

    List<ProductUnit> all() {
        return database.sql("""
                        select f.product_id, p.source, p.code, coalesce(p.name, '') as name, f.unit, f.base,
                               trim_scale(f.factor)::text as times, f.by_user
                        from ledger.unit_factor f join ledger.product p on p.id = f.product_id
                        where f.unit <> '' order by p.code, p.source, f.unit limit :most
                        """)
                .param("most", MOST)
                .query(RecordRows.of(ProductUnit.class))
                .list();
    }

    /// Those whose code begins so come first, then those whose name has it.
    List<NamedProduct> productsLike(String typed) {
        return database.sql("""
                        select p.code, coalesce(min(p.name), '') as name from ledger.product p
                        where starts_with(lower(p.code), lower(:typed)) or strpos(lower(p.name), lower(:typed)) > 0
                        group by p.code
                        order by not starts_with(lower(p.code), lower(:typed)), p.code limit :most
                        """)
                .param("typed", typed)
                .param("most", MOST_OFFERED)
                .query(RecordRows.of(NamedProduct.class))
                .list();
    }

    List<String> known() {
        return database.sql("""
                        select s.unit from ledger.unit_seen s
                        union select f.unit from ledger.unit_factor f where f.unit <> ''
                        union select f.base from ledger.unit_factor f
                        union select p.unit from ledger.product p where p.unit is not null
                        order by unit limit :most
                        """)
                .param("most", MOST_UNITS)
                .query((row, number) -> row.getString("unit"))
                .list();
    }

    /// A product by its number, and the unit that it counts in; null where nobody has said.
    record Counted(long id, @Nullable String base) {}

    /// The products of a code, of whatever source. What files call the unit of a product is its base unit.
    List<Counted> counted(String code, String apartFrom) {
        return database.sql("""
                        select p.id, coalesce(p.unit, (select min(f.base) from ledger.unit_factor f
                                                       where f.product_id = p.id and f.unit not in ('', :apartFrom))) as base
                        from ledger.product p where p.code = :code order by p.id
                        """)
                .param("code", code)
                .param("apartFrom", apartFrom)
                .query(RecordRows.of(Counted.class))
                .list();
    }

    /// Lines that state no unit count in the base unit from now on.
    void put(long product, String unit, String base, BigDecimal factor) {
        put(product, "", base, BigDecimal.ONE, Acting.actor().name());
        put(product, unit, base, factor, Acting.actor().name());
    }

    private void put(long product, String unit, String base, BigDecimal factor, String actor) {
        database.sql("""
                        insert into ledger.unit_factor (product_id, unit, base, factor, by_user, since)
                        values (:product, :unit, :base, :factor, :actor, identity.clock())
                        on conflict (product_id, unit) do update
                        set base = excluded.base, factor = excluded.factor, by_user = excluded.by_user, since = excluded.since
                        """)
                .param("product", product)
                .param("unit", unit)
                .param("base", base)
                .param("factor", factor)
                .param("actor", actor)
                .update();
    }

    /// @return whether there was one
    boolean delete(long product, String unit) {
        int gone = database.sql("delete from ledger.unit_factor where product_id = :product and unit = :unit")
                .param("product", product)
                .param("unit", unit)
                .update();
        database.sql("""
                        delete from ledger.unit_factor f
                        where f.product_id = :product and f.unit = ''
                          and not exists (select 1 from ledger.unit_factor o where o.product_id = :product and o.unit <> '')
                        """).param("product", product).update();
        return gone > 0;
    }
}
