using System.Globalization;
using Inburgering.Gateway.Identity.Bearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>What holds for every operation: the scope it needs, the problems it may answer with, the version header.</summary>
internal sealed class OperationTransformer(IAuthorizationPolicyProvider policies) : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        operation.Responses ??= [];
        var beveiligd = await SecureAsync(operation, context.Description, document);
        if (OperationDetails.For(operation.OperationId) is { } details)
        {
            details(operation, document);
        }

        foreach (var status in Expected(operation, context.Description.HttpMethod, beveiligd))
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponseReference(SharedParts.ResponseName(status), document));
        }

        if (operation.Responses.GetValueOrDefault("201") is OpenApiResponse { Content.Count: > 0 } gemaakt)
        {
            SharedParts.AddLocation(gemaakt);
        }

        foreach (var response in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            SharedParts.AddHeaders(response, document);
        }
    }

    private async Task<bool> SecureAsync(OpenApiOperation operation, ApiDescription description, OpenApiDocument document)
    {
        var scopes = new List<string>();
        var namen = description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Select(a => a.Policy).OfType<string>().ToArray();
        foreach (var naam in namen)
        {
            var policy = await policies.GetPolicyAsync(naam);
            scopes.AddRange(policy?.Requirements.OfType<ScopeRequirement>().Select(r => r.Scope) ?? []);
        }

        operation.Security = namen.Length == 0
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SharedParts.OAuth2, document)] = scopes }];
        return namen.Length > 0;
    }

    private static IEnumerable<int> Expected(OpenApiOperation operation, string? method, bool beveiligd)
    {
        var schrijft = method is "POST" or "PUT" or "PATCH";
        IEnumerable<int> statuses = [406, 429, 500, 503];
        statuses = schrijft || beveiligd || operation.Parameters is { Count: > 0 } ? statuses.Append(400) : statuses;
        statuses = beveiligd ? statuses.Append(401).Append(403) : statuses;
        statuses = operation.RequestBody is null ? statuses : statuses.Append(413).Append(415);
        var opPad = operation.Parameters?.Any(p => p.In == ParameterLocation.Path) is true;
        statuses = opPad && schrijft ? statuses.Append(409) : statuses;
        return opPad || operation.Tags?.Any(t => t.Name == "Dossiers") is true ? statuses.Append(404) : statuses;
    }
}
