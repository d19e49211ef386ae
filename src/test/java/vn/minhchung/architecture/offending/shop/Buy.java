package vn.minhchung.architecture.offending.shop;

import org.springframework.core.env.Environment;
import vn.minhchung.kernel.command.Command;

/** A command that is no record, says nothing of who may send it and holds a framework's type. */
public class Buy implements Command {
    private final Environment environment;

    public Buy(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String subject() {
        return environment.toString();
    }
}
