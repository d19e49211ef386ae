package vn.minhchung.people.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.kernel.text.VietnameseText;
import vn.minhchung.people.OrganisationCommand.AddOrganisationAlias;
import vn.minhchung.people.OrganisationCommand.AddOrganisationIdentifier;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationCommand.RenameOrganisation;
import vn.minhchung.people.OrganisationEvent;
import vn.minhchung.people.OrganisationEvent.OrganisationAliasAdded;
import vn.minhchung.people.OrganisationEvent.OrganisationIdentifierAdded;
import vn.minhchung.people.OrganisationEvent.OrganisationRegistered;
import vn.minhchung.people.OrganisationEvent.OrganisationRenamed;

/**
 * An organisation. Registered under its name, renamed from a day on, never overwritten: a paper of an earlier day keeps
 * the name of that day. Other ways of writing it and its public numbers are added.
 */
@AggregateRoot(type = "Organisation")
class Organisation {
    private static final Set<IdentifierKind> KINDS = EnumSet.of(IdentifierKind.TAX_CODE, IdentifierKind.BUDGET_UNIT);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private String name;
    private @Nullable LocalDate nameSince;
    private final Set<String> aliases = new HashSet<>();

    Organisation() {}

    void decide(RegisterOrganisation command) {
        apply(new OrganisationRegistered(
                command.organisation(), named(command.name(), "name"), command.kind(), command.since()));
    }

    void decide(RenameOrganisation command) {
        if (nameSince != null && !command.from().isAfter(nameSince)) {
            throw Refusal.of(ErrorCode.NAME_PERIOD_OVERLAPS, "name", name, "since", nameSince, "from", command.from())
                    .at("from");
        }
        String renamed = named(command.name(), "name");
        if (renamed.equals(name)) {
            throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", renamed).at("name");
        }
        apply(new OrganisationRenamed(command.organisation(), renamed, command.from()));
    }

    void decide(AddOrganisationAlias command) {
        Dates.requireInOrder(command.from(), command.to());
        String alias = named(command.alias(), "alias");
        if (aliases.contains(alias)) {
            throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", alias).at("alias");
        }
        apply(new OrganisationAliasAdded(command.organisation(), alias, command.from(), command.to()));
    }

    void decide(AddOrganisationIdentifier command, String normalised) {
        apply(new OrganisationIdentifierAdded(command.organisation(), command.kind(), normalised));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case OrganisationRegistered registered -> {
                id = registered.organisation().value();
                name = registered.name();
                nameSince = registered.since();
            }
            case OrganisationRenamed renamed -> {
                name = renamed.name();
                nameSince = renamed.from();
            }
            case OrganisationAliasAdded added -> aliases.add(added.alias());
            // the guard of the identifier decides about it
            case OrganisationIdentifierAdded _ -> {}
        }
    }

    static void requireKindOfOrganisation(IdentifierKind kind) {
        if (!KINDS.contains(kind)) {
            throw Refusal.of(ErrorCode.INVALID_IDENTIFIER, "kind", kind, "expected", KINDS)
                    .at("kind");
        }
    }

    private static String named(String text, String field) {
        String normal = VietnameseText.normalise(text);
        if (normal.isEmpty() || normal.length() > 500) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "1–500", "limit", 500)
                    .at(field);
        }
        return normal;
    }
}
