package mainstay.guards.walk;

import java.util.EnumSet;
import java.util.Set;
import mainstay.identity.Role;
import org.jspecify.annotations.Nullable;

/// Who walks. Roles and levels are those of docs/definitions/who-may.md and access-levels.md; the
/// account is the one that everything of the firm is written about.
enum Reader {
    /// Nobody who has signed in.
    STRANGER(null, "", ""),
    VIEWER(Role.VIEWER, "qian", "钱同事"),
    AGENT(Role.AGENT, "zhao", "赵客服"),
    /// Looks after another account and was given nothing of this one.
    OTHER_MANAGER(Role.KAM, "walk.other", "Other Manager"),
    /// Borrowed one part of the archive.
    BORROWER(Role.KAM, "walk.borrower", "Part Borrower"),
    /// Belongs to the team of the account: is told its business.
    MEMBER(Role.KAM, "walk.member", "Team Member"),
    CONTROLLER(Role.CONTROLLER, "chen", "陈会计"),
    ADMINISTRATOR(Role.ADMINISTRATOR, "ada", "Ada Zhou"),
    /// Looks after the account: is told everything but what is personal.
    MANAGER(Role.KAM, "walk.manager", "Own Manager"),
    DIRECTOR(Role.DIRECTOR, "wang", "王总"),
    /// Answers for the archive: is told what is personal, too.
    CUSTODIAN(Role.KAM, "walk.custodian", "Named Custodian");

    /// Level card of the account.
    static final Set<Reader> CARD =
            EnumSet.of(VIEWER, AGENT, BORROWER, MEMBER, CONTROLLER, ADMINISTRATOR, MANAGER, DIRECTOR, CUSTODIAN);

    /// Level business of the account.
    static final Set<Reader> BUSINESS = EnumSet.of(MEMBER, CONTROLLER, ADMINISTRATOR, MANAGER, DIRECTOR, CUSTODIAN);

    /// Level full of the account, outside the part that is lent.
    static final Set<Reader> FULL = EnumSet.of(MANAGER, DIRECTOR, CUSTODIAN);

    /// Level full of the part that is lent.
    static final Set<Reader> LENT = EnumSet.of(BORROWER, MANAGER, DIRECTOR, CUSTODIAN);

    /// Everybody who signs in.
    static final Set<Reader> SIGNED_IN = EnumSet.complementOf(EnumSet.of(STRANGER));

    private final @Nullable Role role;
    private final String name;
    private final String fullName;

    Reader(@Nullable Role role, String name, String fullName) {
        this.role = role;
        this.name = name;
        this.fullName = fullName;
    }

    @Nullable
    Role role() {
        return role;
    }

    String userName() {
        return name;
    }

    String fullName() {
        return fullName;
    }
}
