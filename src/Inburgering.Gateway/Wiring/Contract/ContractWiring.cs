using System.Text;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>The API's document: made from the endpoints themselves, finished by the transformers of this folder.</summary>
internal static class ContractWiring
{
    private const string Document = "v1";

    public static IServiceCollection AddContract(this IServiceCollection services)
    {
        services.AddSingleton<ContractText>();
        return services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) is true;
            options.AddSchemaTransformer<SchemaTransformer>();
            options.AddOperationTransformer<OperationTransformer>();
            options.AddDocumentTransformer<DocumentTransformer>();
        });
    }

    /// <summary>GET /v1/openapi.json, for everybody (ADR /core/publish-openapi).</summary>
    public static IEndpointRouteBuilder MapContract(this IEndpointRouteBuilder app)
    {
        app.MapGet(ApiPaths.OpenApi, async (ContractText text, CancellationToken ct) => TypedResults.Bytes(await text.ReadAsync(ct), "application/json"))
            .AllowAnonymous()
            .ExcludeFromDescription()
            .WithMetadata(new ZonderLogregelAttribute("openbaar document, geen persoonsgegevens"));
        return app;
    }

    /// <summary>Made once per policy: the endpoints do not change while the program runs, the gegevenscategorieën may.</summary>
    internal sealed class ContractText([FromKeyedServices(Document)] IOpenApiDocumentProvider provider, BeleidHouder houder)
    {
        private (string Beleid, byte[] Tekst)? gemaakt;

        public async Task<byte[]> ReadAsync(CancellationToken ct)
        {
            var beleid = houder.Beleid.Hash;
            if (gemaakt is { } eerder && eerder.Beleid == beleid)
            {
                return eerder.Tekst;
            }

            var document = await provider.GetOpenApiDocumentAsync(ct);
            var tekst = Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct));
            gemaakt = (beleid, tekst);
            return tekst;
        }
    }
}
