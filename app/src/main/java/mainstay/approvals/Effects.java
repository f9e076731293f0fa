package mainstay.approvals;

import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.shared.web.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets the asking module do what a decision brings about, with the authority of the decision.
@Component
class Effects {

    private static final String SET_REACH = "select set_config('app.reach', :reach, true)";

    private final ObjectProvider<ApprovalKind> kinds;
    private final JdbcClient database;

    /// The kinds are looked up late: they ask for approvals themselves.
    Effects(ObjectProvider<ApprovalKind> kinds, JdbcClient database) {
        this.kinds = kinds;
        this.database = database;
    }

    /// Codes of all kinds that some module asks for.
    List<String> codes() {
        return kinds.stream().map(ApprovalKind::code).sorted().toList();
    }

    boolean knows(String code) {
        return codes().contains(code);
    }

    void of(Approval approval) {
        ApprovalKind kind = kind(approval.kind());
        lend(() -> kind.ended(approval));
    }

    /// What a yes would bring about, for a request that waits for one.
    List<Text> foreseen(Approval approval) {
        return approval.isPending() ? kind(approval.kind()).consequences(approval) : List.of();
    }

    List<Detail> details(Approval approval) {
        return kind(approval.kind()).details(approval);
    }

    boolean asksCustodians(String code) {
        return kind(code).asksCustodians();
    }

    boolean isConfidential(String code) {
        return kind(code).isConfidential();
    }

    private ApprovalKind kind(String code) {
        return kinds.stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody answers for approvals of " + code));
    }

    /// Runs something with full reach, in the name of the person for whom it runs.
    void lend(Runnable work) {
        Actor actor = Acting.actor();
        reach(Level.FULL);
        Acting.run(new Actor(actor.id(), actor.name(), actor.role(), Level.FULL), work);
        reach(actor.reach());
    }

    private void reach(Level level) {
        database.sql(SET_REACH)
                .param("reach", String.valueOf(level.number()))
                .query(String.class)
                .single();
    }
}
