package vn.minhchung.projects;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;

/**
 * A product or an asset, and where it went.
 *
 * @param receiver who has it now; null for what was sold or destroyed
 */
public record HandedOver(
        String item,
        int quantity,
        AssetManner manner,
        @Nullable OrganisationId receiver) {}
