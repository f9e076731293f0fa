package mainstay.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The codes by which files name those who look after accounts, and the users behind them.
public interface ManagerCodes {

    /// One manager of the files.
    ///
    /// @param name     as the files give it
    /// @param userId   who stands behind the code; null for nobody yet
    /// @param byHand   whether an administrator decided this; names are not compared any more then
    /// @param accounts how many accounts carry the code
    record ManagerCode(String code, String name, @Nullable Long userId, boolean byHand, int accounts) {

        public boolean isOf(long user) {
            return userId != null && userId == user;
        }
    }

    List<ManagerCode> all();

    /// From now on the user stands behind exactly these codes, and sees their accounts, those to come included.
    ///
    /// @throws mainstay.shared.Problem.Invalid when a code is not known
    void put(long userId, Set<String> codes);
}
