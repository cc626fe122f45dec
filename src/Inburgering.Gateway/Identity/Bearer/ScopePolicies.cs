using Microsoft.AspNetCore.Authorization;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>One policy per scope word, so that an endpoint says what it needs where it is mapped.</summary>
internal static class ScopePolicies
{
    /// <summary>Adds to the words' policies: a valid token, this scope, and a client that is active now.</summary>
    public static void AddScopePolicies(this AuthorizationOptions options)
    {
        foreach (var scope in Scopes.Alle.Keys)
        {
            options.AddPolicy(scope, policy => Token(policy).AddRequirements(new ClientActive(), new ScopeRequirement(scope)));
            options.AddPolicy(InStatement(scope), policy => Token(policy).AddRequirements(new ScopeRequirement(scope)));
        }

        options.AddPolicy(InzagenScopes, policy => Token(policy).AddRequirements(new ScopeRequirement(Scopes.DossierLezen, Scopes.LogboekLezen)));
        options.AddPolicy(AnyScope, policy => Token(policy).AddRequirements(new ClientActive()));
    }

    /// <summary>The endpoint needs this scope.</summary>
    /// <param name="statusInStatement">True only where the handler's own statement checks the client's status (security 7): saves a round trip.</param>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope, bool statusInStatement = false)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = statusInStatement ? InStatement(scope) : scope;
        return Scopes.Alle.ContainsKey(scope) ? endpoint.RequireAuthorization(policy) : throw new InvalidOperationException($"De scope «{scope}» bestaat niet.");
    }

    /// <summary>Any registered client, whatever its scopes.</summary>
    public static TBuilder RequireClient<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(AnyScope);

    /// <summary>For reading who looked: regie has the one scope, privacy the other (interface 3); the handler's statement checks the client's status.</summary>
    public const string InzagenScopes = "dossier:lezen of logboek:lezen (status in statement)";

    private const string AnyScope = "client";

    private static string InStatement(string scope) => scope + " (status in statement)";

    private static AuthorizationPolicyBuilder Token(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(BearerScheme.Name).RequireAuthenticatedUser();
}

/// <summary>The token must have one of these scopes, after the register's ceiling.</summary>
internal sealed class ScopeRequirement(params string[] scopes) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    /// <summary>The scope that is needed, also shown to a caller that lacks it.</summary>
    public string Scope { get; } = scopes[0];

    private IReadOnlyCollection<string> Volstaat { get; } = scopes;

    /// <remarks>Each is asked about all of an endpoint that needs two, so it looks at the one it is asked about and not at its own.</remarks>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (ClientClaims.ScopesOf(context.User).Intersect(requirement.Volstaat, StringComparer.Ordinal).Any())
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
