package vn.minhchung.kernel.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.minhchung.kernel.Role;

/**
 * The declaration every command (and every {@link vn.minhchung.kernel.graphql.BulkMutation}) carries: its GraphQL mutation and who may send it. The build fails when a command has
 * none. Narrower conditions (of which host, four eyes) are decided in the aggregate.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MayBeSentBy {
    /** Name of the field of {@code Mutation}; its input type becomes this command. Empty: sent inside the system only. */
    String mutation();

    Role[] roles();

    /** Who may have decided, where that is somebody else than the sender (RECORDED). Empty: the sender decides. */
    Role[] deciders() default {};

    /** Makes its subject: the id is the sender's own choice. Every other command acts on an object the sender can see. */
    boolean creates() default false;

    /** Approves, signs, certifies, decides or executes: needs {@code seenAt}. */
    boolean seen() default false;
}
