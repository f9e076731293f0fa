package mainstay.identity;

import java.util.List;
import mainstay.shared.web.Text;

/// What somebody decides by the rules of the firm, and a deputy in their place; told by the module that keeps these
/// rules.
public interface Duties {

    /// By name, in no order.
    List<Text> of(User user);
}
