package mainstay.accounts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.identity.ManagerCodes;
import mainstay.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts users behind managers' codes by hand, where names do not tell.
@Service
@Transactional
class ManagerAssignments implements ManagerCodes {

    private final Managers managers;
    private final AccountRegister register;

    ManagerAssignments(Managers managers, AccountRegister register) {
        this.managers = managers;
        this.register = register;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ManagerCode> all() {
        return managers.all();
    }

    @Override
    public void put(long userId, Set<String> codes) {
        register.lock();
        Set<String> known = managers.all().stream().map(ManagerCode::code).collect(Collectors.toSet());
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(unknown -> {
            throw new Problem.Invalid("user.noManagerCode", unknown);
        });
        managers.put(userId, codes);
        managers.grant();
    }
}
