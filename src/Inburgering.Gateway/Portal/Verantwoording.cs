using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal;

/// <summary>What the API's filter does for a page: the log line names the fields of what is about to be shown (security 2). Whatever a page made of it,
/// a decision that this process could not make is no refusal (security 12).</summary>
internal sealed class Verantwoording(Verwerking verwerking) : IAsyncPageFilter
{
    private const string Verouderd = "beleid-verouderd";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ZonderLogregelAttribute>() is not null)
        {
            return;
        }

        if (verwerking.Reden == Verouderd)
        {
            context.HttpContext.Items[FoutModel.Sleutel] = Teksten.BeleidVerouderd;
            executed.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
        else if (executed.Result is PageResult)
        {
            verwerking.Geleverd = context.HandlerInstance is IVerantwoord pagina
                ? pagina.GeleverdeVelden()
                : throw new LogUnavailableException($"{context.HandlerInstance.GetType().Name} does not say which fields it holds.");
        }
    }
}
