package vn.minhchung.kernel.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Commands;

/**
 * A mutation that is more than one command, such as the import of a file. A Spring bean of a module's {@code api} package,
 * declared by {@link vn.minhchung.kernel.command.MayBeSentBy} as a command is; who may, the decision, refusals and the
 * payload are then the same as everybody's.
 */
public interface BulkMutation {
    /**
     * @param input of the mutation, as coerced by the schema
     * @param decision its idempotency key is the caller's; each command needs one derived from it
     * @param inputHash binds the key to this input
     * @throws Refusal when nothing is to be answered beside it
     */
    Done carryOut(Map<String, Object> input, Decision decision, String inputHash, Locale language);

    /**
     * What came of it.
     *
     * @param fields of the payload beside position, events, replayed and errors
     * @param outcomes of the commands, in the order sent
     * @param refusal why nothing (more) was done, told beside the fields; null when there is nothing to refuse
     */
    record Done(
            Map<String, Object> fields,
            List<Commands.Outcome> outcomes,
            @Nullable Refusal refusal) {
        public Done {
            fields = Map.copyOf(fields);
            outcomes = List.copyOf(outcomes);
        }
    }
}
