package mainstay.terms.rebate;

import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Payouts, claw-backs and what came back are booked once they are approved.
@Configuration(proxyBeanMethods = false)
class RebateApprovals {

    private record Kind(String code, BookingDesk desk) implements ApprovalKind {

        @Override
        public void ended(Approval approval) {
            desk.decide(approval);
        }
    }

    @Bean
    ApprovalKind payoutApproval(BookingDesk desk) {
        return new Kind(BookingDesk.PAYOUT, desk);
    }

    @Bean
    ApprovalKind repaidApproval(BookingDesk desk) {
        return new Kind(BookingDesk.REPAID, desk);
    }

    @Bean
    ApprovalKind clawBackApproval(BookingDesk desk) {
        return new Kind(BookingDesk.CLAW_BACK, desk);
    }
}
