package mainstay.dossier.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class PersonalFields {

    private final JdbcClient database;

    PersonalFields(JdbcClient database) {
        this.database = database;
    }

    List<PersonalField> all() {
        return database.sql(
                        "select code, purposes, months, open, revision from dossier.personal_field order by place, code")
                .query(PersonalFields::field)
                .list();
    }

    Optional<PersonalField> byCode(String code) {
        return all().stream().filter(field -> field.code().equals(code)).findFirst();
    }

    /// @return false where somebody else changed it since that revision
    boolean change(PersonalField to) {
        return database.sql("""
                        update dossier.personal_field
                        set purposes = :purposes, months = :months, open = :open, revision = revision + 1
                        where code = :code and revision = :revision
                        """)
                        .param("purposes", to.purposes().toArray(String[]::new))
                        .param("months", to.months())
                        .param("open", to.open())
                        .param("code", to.code())
                        .param("revision", to.revision())
                        .update()
                == 1;
    }

    private static PersonalField field(ResultSet row, int number) throws SQLException {
        return new PersonalField(
                row.getString("code"),
                List.of((String[]) row.getArray("purposes").getArray()),
                row.getInt("months"),
                row.getBoolean("open"),
                row.getInt("revision"));
    }
}
