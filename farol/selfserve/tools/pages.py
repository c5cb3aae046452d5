"""Every page of the tools."""

from . import certificates, deposits, holds, identity_check, liquidations, tracing, withdrawals

routes = [*withdrawals.routes, *certificates.routes, *deposits.routes, *tracing.routes, *holds.routes, *identity_check.routes, *liquidations.routes]
