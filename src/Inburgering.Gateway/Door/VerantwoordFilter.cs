using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Door;

/// <summary>Takes the delivered field names from the object about to be serialised; an answer that cannot say them does not leave.</summary>
internal sealed class VerantwoordFilter(Verwerking verwerking) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var inner = result is INestedHttpResult nested ? nested.Result : result;
        if (((inner as IStatusCodeHttpResult)?.StatusCode is null or < 400) && Body(inner) is { } body)
        {
            verwerking.Geleverd = body is IVerantwoord verantwoord
                ? verantwoord.GeleverdeVelden()
                : throw new LogUnavailableException($"{body.GetType().Name} does not say which fields it holds.");
        }

        return result;
    }

    /// <summary>What will be written; a text, file or stream counts as itself, because it names no fields.</summary>
    private static object? Body(object? answer) => answer switch
    {
        IVerantwoord => answer,
        IValueHttpResult value => value.Value,
        IContentTypeHttpResult or IFileHttpResult => answer,
        IResult => null,
        _ => answer,
    };
}
