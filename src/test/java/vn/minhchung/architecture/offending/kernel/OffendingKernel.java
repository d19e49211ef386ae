package vn.minhchung.architecture.offending.kernel;

import org.springframework.core.env.Environment;

/** A kernel that knows a framework. */
class OffendingKernel {
    private final Environment environment;

    OffendingKernel(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String toString() {
        return environment.toString();
    }
}
