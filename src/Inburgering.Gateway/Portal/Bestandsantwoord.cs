using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal;

/// <summary>A file of a feature as the answer of a page.</summary>
internal sealed class Bestandsantwoord(IResult bestand) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => bestand.ExecuteAsync(context.HttpContext);
}
