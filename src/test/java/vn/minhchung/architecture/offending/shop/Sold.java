package vn.minhchung.architecture.offending.shop;

import java.math.BigDecimal;
import vn.minhchung.kernel.DomainEvent;

/** An event without a stored name. */
public record Sold(BigDecimal price, double discount) implements DomainEvent {}
