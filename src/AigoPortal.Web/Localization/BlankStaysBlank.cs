using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace AigoPortal.Web.Localization;

/// <summary>An empty text box gives "" to a string that can't be null, so that a validator and not a crash says what is missing.</summary>
public sealed class BlankStaysBlank : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key is { ModelType: var type, PropertyInfo: { } property } && type == typeof(string)
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
