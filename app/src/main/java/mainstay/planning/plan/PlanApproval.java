package mainstay.planning.plan;

import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A plan holds after somebody's yes.
@Component
class PlanApproval implements ApprovalKind {

    private final JdbcClient database;

    PlanApproval(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return PlanDesk.PLAN;
    }

    @Override
    public void ended(Approval approval) {
        String plan = approval.subject().substring(0, approval.subject().indexOf('.'));
        database.sql("select planning.decide_plan(:plan)::text")
                .param("plan", Long.valueOf(plan))
                .query()
                .singleRow();
    }
}
