using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>Turns a failed requirement into its RFC 6750 answer; a withdrawn client is 401, which goes before a missing scope (interface 5).</summary>
internal sealed class RefusalAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler other = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var failed = authorizeResult is { Forbidden: true, AuthorizationFailure: { } failure } ? failure.FailedRequirements.ToList() : [];
        if (failed.OfType<ClientActive>().Any())
        {
            return BearerRefusals.UnauthorizedAsync(context, invalidToken: true);
        }

        return failed.OfType<ScopeRequirement>().FirstOrDefault() is { } missing
            ? BearerRefusals.ForbiddenAsync(context, missing.Scope)
            : other.HandleAsync(next, context, policy, authorizeResult);
    }
}
